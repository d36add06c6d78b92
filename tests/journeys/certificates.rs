//! A hub that speaks TLS itself: Fatima's laptop trusts its certificate, or says in words that it does not.

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use serde_json::json;
use std::path::{Path, PathBuf};
use support::{Ended, HubProgram, Laptop, PASSPHRASE, Policy, Proxy, Stage, nabij_with};

/// Who signs certificates, and the file by which a laptop trusts it.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    file: PathBuf,
}

impl Authority {
    fn new(stage: &Stage, name: &str) -> Authority {
        let mut params = CertificateParams::new(Vec::new()).expect("parameters");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params
            .distinguished_name
            .push(rcgen::DnType::CommonName, name);
        let key = KeyPair::generate().expect("a key");
        let certificate = params.self_signed(&key).expect("a certificate");
        let file = stage.folder(&format!("{name}.pem"));
        std::fs::write(&file, certificate.pem()).expect("a file");
        Authority {
            issuer: Issuer::new(params, key),
            file,
        }
    }

    /// A certificate for the hub, put where the hub looks for it.
    fn certifies(&self, names: &[&str], chain: &Path, key_file: &Path) {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let key = KeyPair::generate().expect("a key");
        let certificate = CertificateParams::new(names)
            .and_then(|params| params.signed_by(&key, &self.issuer))
            .expect("a certificate");
        std::fs::write(chain, certificate.pem()).expect("a file");
        std::fs::write(key_file, key.serialize_pem()).expect("a file");
    }
}

struct Scene {
    stage: Stage,
    chain: PathBuf,
    key: PathBuf,
}

impl Scene {
    fn set() -> Scene {
        let stage = Stage::new();
        std::fs::create_dir_all(stage.path()).expect("a folder");
        let (chain, key) = (stage.folder("chain.pem"), stage.folder("key.pem"));
        Scene { stage, chain, key }
    }

    fn hub(&self) -> HubProgram {
        let [chain, key] = [&self.chain, &self.key].map(|file| file.display().to_string());
        let options = ["--tls-cert", &chain, "--tls-key", &key];
        HubProgram::start_with(&self.stage.folder("hub"), &options)
    }

    /// Fatima's laptop, closed, with something saved.
    fn fatima(&self, hub: &str) -> Laptop {
        let fatima = self.stage.laptop("fatima");
        fatima.founds("Straatteam Noord", "Fatima", Some(hub));
        fatima.records(None, "Blijft bewaard.");
        fatima.does("lock_vault", json!({}));
        fatima
    }
}

fn shares(laptop: &Laptop, trusting: &Authority, more: &[(&str, &str)]) -> Ended {
    let file = trusting.file.display().to_string();
    let mut variables = vec![("SSL_CERT_FILE", &*file)];
    variables.extend(more);
    nabij_with(laptop.home(), PASSPHRASE, &["sync"], &variables)
}

fn is_not_trusted(ended: &Ended) {
    assert_eq!(ended.code, Some(46), "{ended:?}");
    let said = format!("{}{}", ended.said, ended.aside);
    for words in [
        "certificaat van de hub",
        "niets kwijt",
        "vraag je beheerder",
    ] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn fatima_trusts_the_hubs_certificate_and_the_one_that_follows_it() {
    let scene = Scene::set();
    let [first, second] = ["first", "second"].map(|name| Authority::new(&scene.stage, name));
    first.certifies(&["localhost"], &scene.chain, &scene.key);
    let mut hub = scene.hub();
    let fatima = scene.fatima(&format!("wss://localhost:{}", hub.address().port()));

    is_not_trusted(&shares(&fatima, &second, &[]));
    let ended = shares(&fatima, &first, &[]);
    assert_eq!(ended.code, Some(0), "{ended:?}");

    // Renewed while the hub serves: by another authority, so that one can tell the two apart.
    second.certifies(&["localhost"], &scene.chain, &scene.key);
    is_not_trusted(&shares(&fatima, &first, &[]));
    let ended = shares(&fatima, &second, &[]);
    assert_eq!(ended.code, Some(0), "{ended:?}");

    // One for another name is none for this hub.
    second.certifies(&["elders.example"], &scene.chain, &scene.key);
    is_not_trusted(&shares(&fatima, &second, &[]));
    hub.leaves();
}

#[test]
fn a_hub_with_tls_is_met_through_a_proxy() {
    let scene = Scene::set();
    let authority = Authority::new(&scene.stage, "gemeente");
    authority.certifies(&["hub.noord.example"], &scene.chain, &scene.key);
    let hub = scene.hub();
    let fatima = scene.fatima("wss://hub.noord.example");
    let proxy = Proxy::start(hub.address(), Policy::Open);
    let through = [("HTTPS_PROXY", &*proxy.url()), ("NO_PROXY", "")];
    let ended = shares(&fatima, &authority, &through);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(proxy.asked(), ["hub.noord.example:443"]);
}
