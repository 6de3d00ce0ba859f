declare module "launch-editor/guess.js" {
  /** The program and its arguments; an empty list or a list with null if no editor is found. */
  const guess: (specified?: string) => readonly (string | null)[];
  export default guess;
}
