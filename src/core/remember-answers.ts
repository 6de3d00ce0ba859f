/** The same function, asked only once for each text: many texts of an archive name the same themes and places. */
export function rememberAnswers<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as Answer;
    const answer = find(text);
    answers.set(text, answer);
    return answer;
  };
}
