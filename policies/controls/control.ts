/** A catalogue of controls, in the version that its ids belong to; `plinth` holds those of our own. */
export type Standard = 'cis-1.4' | 'cis-3.0' | 'cis-5.0' | 'cis-7.0' | 'fsbp' | 'plinth';

/** What shows that a control is answered. */
export type Answer =
  /** A rule refuses Terraform that breaks it: shown by the rule's two fixtures. */
  | { readonly by: 'rule'; readonly rule: string }
  /** A synth makes what it asks for: shown by resources of these types in the reference organisation. */
  | { readonly by: 'resource'; readonly types: readonly string[] }
  /** A proof at every synth: shown by the rule that reports where it fails. */
  | { readonly by: 'proof'; readonly rule: string };

/** One control, whatever the catalogues call it. */
export interface Control {
  /** Its name here: `root-mfa`, `s3-block-public-access`. */
  readonly id: string;
  readonly title: string;
  /** What each catalogue calls it; one that isn't here hasn't got it. */
  readonly ids: Readonly<Partial<Record<Standard, readonly string[]>>>;
  /** Empty: nothing here answers it. */
  readonly answers: readonly Answer[];
  /** What isn't answered, and by whom it can be; needed where there is no answer. @default - nothing is open */
  readonly open?: string;
  /** Where what is open is seen to instead: only in the account, or only by people. @default - nowhere: it isn't made yet */
  readonly seenTo?: 'account' | 'people';
}
