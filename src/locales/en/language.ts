/** Which language this folder is: the only place in it where its tag stands. */
export const language = "en";
