// Encrypts or decrypts standard input to standard output with the npm package age-encryption.
//
//   node age.mjs keygen                 prints a new hybrid identity, then its recipient
//   node age.mjs encrypt RECIPIENT
//   node age.mjs decrypt IDENTITY

import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import { readFileSync, writeSync } from "node:fs";

const [verb, key] = process.argv.slice(2);

function print(bytes) {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(1, bytes, done);
  }
}

switch (verb) {
  case "keygen": {
    const identity = await generateHybridIdentity();
    print(Buffer.from(`${identity}\n${await identityToRecipient(identity)}\n`));
    break;
  }
  case "encrypt": {
    const encrypter = new Encrypter();
    encrypter.addRecipient(key);
    print(await encrypter.encrypt(readFileSync(0)));
    break;
  }
  case "decrypt": {
    const decrypter = new Decrypter();
    decrypter.addIdentity(key);
    print(await decrypter.decrypt(readFileSync(0)));
    break;
  }
  default:
    throw new Error(`unknown verb: ${verb}`);
}
