import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { fileFromTarGz, goModuleHash, zipFiles } from './archives.ts';

function tar(files: Record<string, string>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${Buffer.byteLength(content).toString(8).padStart(11, '0')}\0`, 124);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(content) / 512) * 512);
    body.write(content);
    return [header, body];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

it('a file is taken out of a .tar.gz whole, past files whose length is no multiple of a block', () => {
  const archive = tar({ LICENSE: 'x'.repeat(700), temporal: 'the program' });
  expect(fileFromTarGz(archive, 'temporal').toString()).toBe('the program');
  expect(() => fileFromTarGz(archive, 'nothing')).toThrow('holds no file nothing');
});

it('the files of a zip are unpacked when asked for', () => {
  const files = zipFiles(zip({ 'a/one': 'first', 'a/two': 'second' }));
  expect(files.map((file) => [file.name, file.read().toString()])).toEqual([
    ['a/one', 'first'],
    ['a/two', 'second'],
  ]);
  expect(() => zipFiles(Buffer.from('<html>not found</html>'))).toThrow('not a zip');
});

it('the hash of a module does not depend on the order of its files and depends on each of them', () => {
  const file = (name: string, content: string) => ({ name, read: () => Buffer.from(content) });
  const hash = goModuleHash([file('b', '2'), file('a', '1')]);
  expect(hash).toBe(goModuleHash([file('a', '1'), file('b', '2')]));
  expect(hash).not.toBe(goModuleHash([file('a', '1'), file('b', '3')]));
  expect(hash).toMatch(/^h1:[\w+/]{43}=$/);
});
