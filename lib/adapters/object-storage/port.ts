/** Keeps files under keys such as `avatar/019b…`; a key is written once and not used again. */
export type ObjectStorage = {
  /** Resolves once the whole file is kept. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The file as it was put, or null when there is none. */
  read(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removes the file; harmless when there is none. */
  remove(key: string): Promise<void>;
};
