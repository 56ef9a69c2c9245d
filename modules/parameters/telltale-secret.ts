const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
/** As credentials files, JSON and environment files name it. */
const NAMED_AWS_KEY = /secret_?access_?key["']?\s*[:=]\s*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/i;
const FORTY = /^[A-Za-z0-9/+]{40}$/;
/**
 * Forty characters drawn from 64 hold some 30 different ones, and fewer than 22 once in 25,000 keys; a Git commit holds 16
 * at most, paths and sentences of forty characters seldom more than 20.
 */
const LEAST_DIFFERENT = 22;

function isAwsSecretKey(text: string): boolean {
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
  return FORTY.test(text) && isMixed && new Set(text).size >= LEAST_DIFFERENT;
}

/**
 * What secret a text holds, where its form leaves no doubt; one key in 900 has no digit and passes, as any password does.
 * The answer never repeats the text.
 */
export function findSecret(text: string): string | undefined {
  if (PRIVATE_KEY.test(text)) return 'a private key in PEM form';
  return NAMED_AWS_KEY.test(text) || isAwsSecretKey(text.trim()) ? 'an AWS secret access key' : undefined;
}
