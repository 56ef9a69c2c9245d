import { configureGlobal, readConfigureGlobal } from 'fast-check';

/** For mutants: a counterexample kills one as it is, and to make it small takes longer than to find it. */
configureGlobal({ ...readConfigureGlobal(), endOnFailure: true });
