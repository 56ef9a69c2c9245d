import { asWritten, InputError } from '../input-error';

/** @source S3 user guide, "General purpose bucket naming rules" */
const RESERVED_STARTS = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const RESERVED_ENDS = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];

function faultOf(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) return 'a bucket name has 3 to 63 characters';
  if (/[^a-z0-9.-]/.test(name)) return 'a bucket name is made of small letters, digits, dots and hyphens';
  if (!/^[a-z0-9].*[a-z0-9]$/.test(name)) return 'a bucket name begins and ends with a letter or digit';
  if (name.includes('..')) return 'a bucket name has no two dots beside each other';
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return 'a bucket name is not written like an IP address';
  const start = RESERVED_STARTS.find((one) => name.startsWith(one));
  if (start !== undefined) return `AWS keeps bucket names that begin with ${start} for itself`;
  const end = RESERVED_ENDS.find((one) => name.endsWith(one));
  return end === undefined ? undefined : `AWS keeps bucket names that end with ${end} for itself`;
}

/** @throws InputError LZ-BUCKET-1 a name that S3 takes for no bucket */
export function checkBucketName(name: string): void {
  const problem = faultOf(name);
  if (problem === undefined) return;
  const remedy = 'name it like "acme-trail-222222222222-eu-west-1"';
  throw InputError.of({ problem, got: asWritten(name), remedy, code: 'LZ-BUCKET-1' });
}
