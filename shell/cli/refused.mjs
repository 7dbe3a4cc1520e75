// What cannot be done, in a sentence; main.mjs prints it and ends with 2.
export class Refused extends Error {}
