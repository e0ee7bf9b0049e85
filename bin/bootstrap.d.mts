interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly peer?: boolean;
}
interface PackageRecord {
  readonly packages: Readonly<Record<string, LockedPackage & { readonly name?: string }>>;
}
export function unsupported(
  nodeVersion: string,
  platform: string,
  arch: string,
): { readonly message: string; readonly whatToDo: string } | undefined;
export function installedAsLocked(lock: PackageRecord, installed: PackageRecord): boolean;
export function stampFor(lockText: string, patches: string, platform?: string): string;
export function installedForOther(seen: string, stamp: string): boolean;
