// Encrypts or decrypts with the npm package age-encryption.
//   node age.mjs encrypt RECIPIENT IN OUT
//   node age.mjs decrypt IDENTITY-FILE IN OUT
//   node age.mjs keygen OUT            prints the recipient
import { readFileSync, writeFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

// Node 18, which Debian 12 has, knows it under another name. Set before the package is loaded, which asks for it.
globalThis.crypto ??= webcrypto;
const { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } = await import("age-encryption");

const [action, ...rest] = process.argv.slice(2);
if (action === "encrypt") {
  const [recipient, from, to] = rest;
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  writeFileSync(to, await encrypter.encrypt(readFileSync(from)));
} else if (action === "decrypt") {
  const [identities, from, to] = rest;
  const decrypter = new Decrypter();
  for (const line of readFileSync(identities, "utf8").split("\n")) {
    if (line.startsWith("AGE-SECRET-KEY-")) decrypter.addIdentity(line.trim());
  }
  writeFileSync(to, await decrypter.decrypt(readFileSync(from)));
} else if (action === "keygen") {
  const identity = await generateHybridIdentity();
  writeFileSync(rest[0], identity + "\n", { mode: 0o600 });
  console.log(await identityToRecipient(identity));
} else {
  throw new Error("encrypt, decrypt or keygen");
}
