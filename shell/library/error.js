// What is thrown when the core refuses something: a sentence for people, and its parts for programs.

export class GroovebenchError extends Error {
  constructor(problem) {
    super(problem.sentence ?? sentenceOf(problem));
    this.name = 'GroovebenchError';
    this.problem = problem;
  }
}

const sentenceOf = ({ file, path, expected, found }) =>
  [file, path, `expected ${expected}, found ${found}`].filter(Boolean).join(': ');

export const refuse = (path, expected, found) => {
  throw new GroovebenchError({ severity: 'error', cause: 'broken', path, expected, found: String(found) });
};

// A number that counts from 1, as the core counts it: from 0.
export const index = (what, number, most) =>
  Number.isInteger(number) && number >= 1 && number <= most ? number - 1 : refuse(what, `1 to ${most}`, number);

// Something of the same class as what takes it, or a refusal that says what that is.
export const alike = (one, other, what) => (other instanceof one.constructor ? other : refuse('copyFrom', what, other));
