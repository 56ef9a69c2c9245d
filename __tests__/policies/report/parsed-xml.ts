import { DOMParser, type Element } from '@xmldom/xmldom';

/**
 * The root of a document.
 * @throws Error at the first thing that is not well-formed
 */
export function parsedXml(text: string): Element {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  const root = parser.parseFromString(text, 'text/xml').documentElement;
  if (root === null) throw new Error('there is no element');
  return root;
}

/** The elements of a name below one, in order. */
export function elementsOf(parent: Element, name: string): readonly Element[] {
  const found = parent.getElementsByTagName(name);
  return Array.from({ length: found.length }, (_, at) => found.item(at)).filter((each) => each !== null);
}
