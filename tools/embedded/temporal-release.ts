/** The Temporal CLI this version of the project runs, as released; the server inside is 1.32. */
export const temporalVersion = '1.9.1';

/** The oldest CLI on the PATH that is taken instead. */
export const oldestTemporalVersion = [1, 9] as const;

/** SHA-256 of the released executable by `<platform>-<architecture>` as Node names them. */
const hashes: Readonly<Record<string, string>> = {
  'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
  'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
  'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
  'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
};

/** The expected hash for a machine; `undefined` where no release is known to us. */
export function temporalHash(
  platform: string = process.platform,
  arch: string = process.arch,
): string | undefined {
  return hashes[`${platform}-${arch}`];
}

/** Whether `temporal --version` names a version we can run. */
export function isAcceptable(versionText: string): boolean {
  const found = /version (\d+)\.(\d+)/.exec(versionText);
  if (!found) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return (
    major > oldestTemporalVersion[0] ||
    (major === oldestTemporalVersion[0] && minor >= oldestTemporalVersion[1])
  );
}
