// The library: beside the command line, in a build and in a checkout alike.
export * from '../library/index.js';
