/** What went wrong outside the program, in words for the person who called it: a file, a database, a server. */
export class Failure extends Error {}
