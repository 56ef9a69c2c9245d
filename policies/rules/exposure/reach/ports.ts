import { bothPorts, type PortOfConcern, tcpPorts } from './port-of-concern';

/** Ports by which servers are administered. @source CIS AWS Foundations 5.0, 5.2 to 5.4: by tcp, udp or all protocols */
export const ADMIN_PORTS: readonly PortOfConcern[] = bothPorts(22, 3389);

/** Windows shares. @source CIS AWS Foundations 5.0, 5.1.2 */
export const CIFS_PORTS: readonly PortOfConcern[] = tcpPorts(445);

/**
 * Ports of services that are attacked most, without those of rules of their own.
 * @source AWS Security Hub, EC2.19
 */
export const HIGH_RISK_PORTS: readonly PortOfConcern[] = tcpPorts(
  20,
  21,
  23,
  25,
  110,
  135,
  143,
  1433,
  1434,
  3000,
  3306,
  4333,
  5000,
  5432,
  5500,
  5601,
  8080,
  8088,
  8888,
  9200,
  9300,
);
