import { asWritten, type Fault } from '../../../core/input-error';
import { HCP_PARTS } from '../../../delivery';
import type { Inspection } from '../inspection/inspection';

/** A name of HCP Terraform: what it looks like there, and what to do about another. */
type Form = readonly [field: string, form: RegExp, fault: Omit<Fault, 'got'>];

/** @source HCP Terraform, "Organizations API" and "Projects API"; a host as in the cloud block, with a port if it needs one */
const FORMS: readonly Form[] = [
  [
    'organization',
    HCP_PARTS.organization.form,
    {
      problem: 'an organisation of HCP Terraform has 3 to 40 letters, digits, - and _',
      remedy: 'write its name as HCP Terraform shows it',
      code: 'LZ-CFG-70',
    },
  ],
  [
    'project',
    HCP_PARTS.project.form,
    {
      problem: 'a project of HCP Terraform has 3 to 40 letters, digits, -, _ and spaces within',
      remedy: 'choose another, or leave it out for "Default Project"',
      code: 'LZ-CFG-71',
    },
  ],
  [
    'hostname',
    /^(?=[^:]{1,253}(:|$))[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9]\d{0,4})?$/,
    {
      problem: 'this is not the name of a host',
      remedy: 'write it alone and in small letters, like "app.terraform.io"',
      code: 'LZ-CFG-72',
    },
  ],
];

/** Where states lie in workspaces: names that HCP Terraform takes, and that mean one thing each in what roles trust. */
export function checkCloudState(inspection: Inspection): void {
  if (inspection.readText(['backend', 'kind']) !== 'cloud') return;
  for (const [field, form, fault] of FORMS) {
    const path = ['backend', field];
    const text = inspection.readText(path);
    if (text !== undefined && !form.test(text)) inspection.refuse(path, { ...fault, got: asWritten(text) });
  }
}
