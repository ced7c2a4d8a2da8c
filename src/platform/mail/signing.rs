//! DKIM (RFC 6376): what says that a mail comes from this domain and was not changed on its way.

use std::path::Path;

use base64::{Engine, engine::general_purpose::STANDARD};
use mail_auth::{
    common::{
        crypto::{RsaKey, Sha256},
        headers::HeaderWriter,
    },
    dkim::{Canonicalization, DkimSigner, Done},
};
use rustls_pki_types::{PrivateKeyDer, pem::PemObject};

/// The headers that are signed; of those that a mail does not have, none can be added unseen either, where they stand here.
const SIGNED: [&str; 12] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "List-Id",
    "Auto-Submitted",
    "Reply-To",
];

/// What signs the mails of a domain.
pub struct Signing {
    signer: DkimSigner<RsaKey<Sha256>, Done>,
    public_key: String,
}

impl Signing {
    /// Reads an RSA key (PEM, PKCS #1 or #8).
    ///
    /// # Errors
    /// What is wrong with it, for the operator.
    pub fn open(key: &Path, domain: &str, selector: &str) -> Result<Self, String> {
        let bytes = std::fs::read(key).map_err(|error| error.to_string())?;
        let read = || {
            PrivateKeyDer::from_pem_slice(&bytes)
                .map_err(|error| error.to_string())
                .and_then(|der| RsaKey::<Sha256>::from_key_der(der).map_err(|error| error.to_string()))
        };
        let key = read().map_err(|reason| format!("not an RSA key in PEM ({reason})"))?;
        let public_key = STANDARD.encode(subject_public_key_info(&key.public_key()));
        let signer = DkimSigner::from_key(key)
            .domain(domain)
            .selector(selector)
            .headers(SIGNED)
            .header_canonicalization(Canonicalization::Relaxed)
            .body_canonicalization(Canonicalization::Relaxed);
        Ok(Self { signer, public_key })
    }

    /// The public key as it stands in the DNS: base64 of its DER.
    pub fn public_key(&self) -> &str {
        &self.public_key
    }

    /// The mail with its signature before it.
    ///
    /// # Errors
    /// Why it could not be signed.
    pub fn sign(&self, mail: &[u8]) -> Result<Vec<u8>, String> {
        let mut signed = self.signer.sign(mail).map_err(|error| error.to_string())?.to_header().into_bytes();
        signed.extend_from_slice(mail);
        Ok(signed)
    }
}

/// An RSA key as verifiers expect it (RFC 8017, appendix A.1; RFC 5280, section 4.1.2.7): the key in a bit string, with the name
/// of its kind before it.
fn subject_public_key_info(key: &[u8]) -> Vec<u8> {
    const RSA_ENCRYPTION: [u8; 15] = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
    let bits = [&[0], key].concat();
    let bit_string = [&[3], &*length(bits.len()), &bits].concat();
    let content = [&RSA_ENCRYPTION[..], &bit_string].concat();
    [&[0x30], &*length(content.len()), &content].concat()
}

/// A length in DER (X.690, section 8.1.3).
fn length(length: usize) -> Vec<u8> {
    let bytes: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    match bytes.as_slice() {
        [] => vec![0],
        [short] if *short < 128 => vec![*short],
        long => [&[0x80 | u8::try_from(long.len()).unwrap_or(8)], long].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_written_as_der_wants_it() {
        assert_eq!(length(0), [0]);
        assert_eq!(length(127), [127]);
        assert_eq!(length(128), [0x81, 128]);
        assert_eq!(length(270), [0x82, 1, 14]);
    }

    #[test]
    fn what_is_no_key_is_refused_in_plain_words() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("dkim.pem");
        assert!(Signing::open(&file, "samleng.example", "samleng").is_err(), "it is not there");
        std::fs::write(&file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").unwrap();
        let reason = Signing::open(&file, "samleng.example", "samleng").err().unwrap();
        assert!(reason.starts_with("not an RSA key in PEM"), "{reason}");
    }
}
