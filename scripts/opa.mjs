#!/usr/bin/env node
/** Open Policy Agent: `node scripts/opa.mjs test policies/opa`. Without OCI registries it is built sooner. */
import { runGoTool } from './go-tool.mjs';

runGoTool({
  name: 'opa',
  source: 'github.com/open-policy-agent/opa',
  version: 'v1.22.4',
  go: '1.26',
  flags: ['-tags=opa_no_oci'],
});
