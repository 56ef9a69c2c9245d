import type { ResourceFact } from '../../model/universe';
import { factsOf, findingOn, type Rule } from '../rule';

const ID = 'identity/no-server-certificates';

/** CloudFront takes none from ACM there. @source CloudFront in the China Regions, "SSL/TLS certificates" */
function isInChina({ region }: ResourceFact): boolean {
  return region?.startsWith('cn-') === true;
}

/** No certificate lies in IAM, which renews none and shows no expired one in its console. */
export const noServerCertificates: Rule = {
  id: ID,
  summary: 'Certificates lie in ACM, not in IAM',
  judge: (universe) =>
    [...factsOf(universe, 'aws_iam_server_certificate')]
      .filter((fact) => !isInChina(fact))
      .map((fact) => findingOn(ID, fact, 'it is kept in IAM, which never renews it', 'use aws_acm_certificate')),
};
