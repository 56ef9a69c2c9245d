/** A catalogue of controls, in the version that its ids belong to. */
export type Standard = 'cis-1.4' | 'cis-3.0' | 'cis-5.0' | 'cis-7.0' | 'fsbp';

/** How a control is answered. */
export type Answer =
  /** A rule refuses Terraform that breaks it: proven by its two fixtures. */
  | { readonly by: 'rule'; readonly rule: string }
  /** A synth makes what it asks for; `types` are the resources that a test finds in an example's output. */
  | { readonly by: 'resource'; readonly types: readonly string[]; readonly shownBy: string }
  /** Only what happens later shows it: a detector in the account. */
  | { readonly by: 'detector'; readonly detector: string; readonly shownBy: string };

/** One control, whatever the catalogues call it. */
export interface Control {
  /** Its name here: `root-mfa`, `s3-block-public-access`. */
  readonly id: string;
  readonly title: string;
  /** What each catalogue calls it. @default - a catalogue that is left out hasn't got it */
  readonly ids: Readonly<Partial<Record<Standard, readonly string[]>>>;
  /** Empty: Plinth doesn't answer it yet; `open` says why. */
  readonly answers: readonly Answer[];
  /** What the answers leave open, for people. @default - nothing */
  readonly open?: string;
}
