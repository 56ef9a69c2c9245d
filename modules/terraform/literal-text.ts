/** Text that Terraform takes as it stands: without this it reads `${` and `%{` as templates. */
export function literalText(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}
