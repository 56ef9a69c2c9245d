const [START_OF_TEXT, END_OF_TEXT] = [Buffer.of(2), Buffer.of(3)];

/** What Terraform said, between the two marks by which a reader knows that it has all of it. */
export class RunLog {
  #bytes = START_OF_TEXT;
  #ended = false;

  write(text: string | Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, Buffer.from(text)]);
  }

  end(): void {
    if (!this.#ended) this.write(END_OF_TEXT);
    this.#ended = true;
  }

  get bytes(): Buffer {
    return this.#bytes;
  }
}
