/**
 * Terraform and the provider read a schema of hundreds of megabytes at every command and keep it: collecting garbage eight times as
 * rarely takes 20 % off the time of the processor, for some 60 MB more.
 */
process.env.GOGC ??= '800';

/** Real Terraform waits for what AWS would take its time for, and three files of tests share two cores. */
jest.setTimeout(900_000);
