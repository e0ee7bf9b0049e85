/** All tables. */
export * from './access.ts';
export * from './directory.ts';
export * from './dossier.ts';
export * from './duty.ts';
export * from './keyring.ts';
export * from './notice.ts';
export * from './runtime.ts';
