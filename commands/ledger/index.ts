export { ledgerPathOf, readLedger, writeLedger } from './ledger-file';
export { ledgerCommand } from './ledger-command';
