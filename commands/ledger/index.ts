export { ledgerCommand } from './ledger-command';
