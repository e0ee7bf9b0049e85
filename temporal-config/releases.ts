/** The Temporal release that the product is tested with, and how to be sure that it is the one. */

/** Release of the `temporal` command line, which holds the server. */
export const TEMPORAL_CLI_VERSION = '1.5.1';

/** Module that `go install` builds the same release from; Go's checksum database vouches for it. */
export const TEMPORAL_CLI_MODULE = `github.com/temporalio/cli/cmd/temporal@v${TEMPORAL_CLI_VERSION}`;

/** Servers before this lack what the product uses. A `temporal` on the PATH must have at least this one. */
export const OLDEST_SERVER: readonly [major: number, minor: number] = [1, 27];

/** Go that builds it when the machine has none: enough for the `go` line of the release's go.mod. */
export const GO_VERSION = '1.26.8';

/** The oldest Go that builds it. */
export const OLDEST_GO: readonly [major: number, minor: number] = [1, 25];

/** Systems that the product runs on, as Go and Temporal name them. */
export type Platform = 'linux-amd64' | 'linux-arm64' | 'darwin-amd64' | 'darwin-arm64';

/** SHA-256 of the official archives `temporal_cli_VERSION_OS_ARCH.tar.gz`. */
export const ARCHIVE_SHA256: Readonly<Record<Platform, string>> = {
  'linux-amd64': 'ddc95e08b0b076efd4ea9733a3f488eb7d2be875f8834e616cd2a37358b4852d',
  'linux-arm64': 'bd1b0db9f18b051026de8bf6cc1505f2510f14bbb7a8b9a4a91fff46c77454f5',
  'darwin-amd64': 'bbb73e2a31135abe50a1f1cdb35030c42961df618e8ce9c60ae89f201540c5d9',
  'darwin-arm64': 'cca01b7ea35ad56e2a328d9ae596bf716bd22313ef63c7a761c88354457c2415',
};

/** Hashes of the toolchain modules `golang.org/toolchain@v0.0.1-goVERSION.OS-ARCH` in Go's checksum database. */
export const TOOLCHAIN_H1: Readonly<Record<Platform, string>> = {
  'linux-amd64': 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=',
  'linux-arm64': 'h1:sYL/O6MqS68ML0kjsQ36WoYIpJqkw60TxizWUYUKQMc=',
  'darwin-amd64': 'h1:7/9KPPN8PckcA9s91hm2jmQMhzW4KyTJXHIs45L0C9M=',
  'darwin-arm64': 'h1:dFjGhY6f8DTsY8/rLchUTDRRfjJP4pCrGCwxvHFT2Fg=',
};

/** Where the official archive lies. */
export function archiveUrl(platform: Platform): string {
  const name = `temporal_cli_${TEMPORAL_CLI_VERSION}_${platform.replace('-', '_')}.tar.gz`;
  return `https://github.com/temporalio/cli/releases/download/v${TEMPORAL_CLI_VERSION}/${name}`;
}

/** Node's names for this machine in Temporal's words, or nothing where the product does not run. */
export function platformOf(os: string, arch: string): Platform | undefined {
  const name = `${os}-${arch === 'x64' ? 'amd64' : arch}`;
  return name in ARCHIVE_SHA256 ? (name as Platform) : undefined;
}
