/** An e-mail in plain text. The slice that sends it writes subject and text, in the language of its reader. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
