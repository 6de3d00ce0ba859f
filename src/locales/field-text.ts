/** How a form calls a field, and what it says below. */
export interface FieldText {
  readonly label: string;
  readonly hint: string;
}
