/** Reading the two archive formats that the server and Go come in; machines without `unzip` are common. */
import { createHash } from 'node:crypto';
import { gunzipSync, inflateRawSync } from 'node:zlib';

const TAR_BLOCK = 512;
const ZIP_END = 0x06054b50;
const ZIP_ENTRY = 0x02014b50;

/** The content of one regular file of a `.tar.gz`. Throws when it is not there. */
export function fileFromTarGz(archive: Buffer, name: string): Buffer {
  const tar = gunzipSync(archive);
  for (let at = 0; at + TAR_BLOCK <= tar.length; ) {
    const entry = cString(tar, at, 100);
    if (entry === '') break;
    const size = Number.parseInt(cString(tar, at + 124, 12).trim() || '0', 8);
    const from = at + TAR_BLOCK;
    if (entry.replace(/^\.\//, '') === name) return tar.subarray(from, from + size);
    at = from + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  throw new Error(`the archive holds no file ${name}`);
}

function cString(buffer: Buffer, at: number, length: number): string {
  const bytes = buffer.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end === -1 ? length : end).toString('latin1');
}

/** The files of a zip archive, each read when asked for. Throws when it is not one. */
export function zipFiles(archive: Buffer): readonly { readonly name: string; read(): Buffer }[] {
  const end = archive.lastIndexOf(littleEndian(ZIP_END));
  if (end === -1) throw new Error('this is not a zip archive');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const files: { readonly name: string; read(): Buffer }[] = [];
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== ZIP_ENTRY) throw new Error('the zip archive is damaged');
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if (name.endsWith('/')) continue;
    files.push({
      name,
      read: () => {
        const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
        const bytes = archive.subarray(from, from + packed);
        return method === 0 ? bytes : inflateRawSync(bytes);
      },
    });
  }
  return files;
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/**
 * Go's hash of a module (“h1:”): SHA-256 over the sorted list of its files' SHA-256 sums and names.
 * Source: golang.org/x/mod/sumdb/dirhash, Hash1.
 */
export function goModuleHash(files: readonly { readonly name: string; read(): Buffer }[]): string {
  const whole = createHash('sha256');
  const byName = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  for (const file of byName) {
    whole.update(`${createHash('sha256').update(file.read()).digest('hex')}  ${file.name}\n`);
  }
  return `h1:${whole.digest('base64')}`;
}
