/** Gives back the same function, asked only once for each text. */
export type Remember = <Answer>(find: (text: string) => Answer) => (text: string) => Answer;

/** Many texts of an archive name the same themes and places. What answers are made of must not change: see `Cells.remember`. */
export const rememberAnswers: Remember = <Answer>(find: (text: string) => Answer) => {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as Answer;
    const answer = find(text);
    answers.set(text, answer);
    return answer;
  };
};
