//! A device that keeps passkeys, as far as a test needs one (Web Authentication, level 2; ES256, no attestation).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{answer::Answer, app::PUBLIC_URL, reader::Form};

/// A passkey on a device.
pub struct Authenticator {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    /// Whom it belongs to, as the site said.
    owner: Vec<u8>,
    /// How often it signed.
    pub counter: u32,
    /// Whether it asks who holds it.
    pub verifies: bool,
    /// Which site it believes to be on.
    pub origin: String,
}

/// Flags of authenticator data: present, verified, with a credential.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

impl Authenticator {
    /// A device that keeps a passkey of that id.
    pub fn new(id: &str) -> Self {
        let random = SystemRandom::new();
        let bytes = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, bytes.as_ref(), &random).unwrap();
        let id = Sha256::digest(id.as_bytes()).to_vec();
        Self { key, id, owner: Vec::new(), counter: 0, verifies: true, origin: PUBLIC_URL.to_owned() }
    }

    /// The form of a page with its question answered by a new passkey.
    pub fn creates(&mut self, page: &Answer) -> Form {
        let asked = asked(page, "create");
        self.owner = bytes(&asked["user"]["id"]);
        let client = self.client("webauthn.create", &asked);
        let object = [
            b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(),
            &[u8::try_from(self.data(true).len()).unwrap()],
            &self.data(true),
        ]
        .concat();
        self.answered(page, json!({ "clientDataJSON": text(&client), "attestationObject": text(&object) }))
    }

    /// The form of a page with its question answered by the passkey that is there.
    pub fn signs(&mut self, page: &Answer) -> Form {
        let asked = asked(page, "get");
        self.counter += 1;
        let (client, data) = (self.client("webauthn.get", &asked), self.data(false));
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        self.answered(
            page,
            json!({
                "clientDataJSON": text(&client),
                "authenticatorData": text(&data),
                "signature": text(signature.as_ref()),
                "userHandle": text(&self.owner),
            }),
        )
    }

    fn client(&self, kind: &str, asked: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn data(&self, attested: bool) -> Vec<u8> {
        let host = PUBLIC_URL.strip_prefix("https://").unwrap();
        let flags = PRESENT | if self.verifies { VERIFIED } else { 0 } | if attested { ATTESTED } else { 0 };
        let mut data = [Sha256::digest(host).as_slice(), &[flags], &self.counter.to_be_bytes()].concat();
        if attested {
            // Of the public key's point: 04, x, y.
            let point = self.key.public_key().as_ref();
            data.extend([0; 16]);
            data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
            data.extend(&self.id);
            data.extend(b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20");
            data.extend(&point[1..33]);
            data.extend(b"\x22\x58\x20");
            data.extend(&point[33..]);
        }
        data
    }

    fn answered(&self, page: &Answer, response: Value) -> Form {
        let id = text(&self.id);
        let credential = json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string();
        let kind = if response.get("signature").is_some() { "get" } else { "create" };
        page.passkey_form(kind).with("credential", &credential).with("act", "passkey")
    }
}

/// What the page asks the browser.
fn asked(page: &Answer, kind: &str) -> Value {
    let whole: Value = serde_json::from_str(&page.passkey_options(kind)).unwrap();
    whole["publicKey"].clone()
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn bytes(value: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(value.as_str().unwrap()).unwrap()
}
