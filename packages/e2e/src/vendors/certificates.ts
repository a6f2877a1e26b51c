import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import forge from 'node-forge';

/** A certificate authority that lives as long as one test run; nothing outside the run trusts it. */
export interface TestAuthority {
  /** A PEM file for `NODE_EXTRA_CA_CERTS`: this authority and the machine's own extra ones. */
  readonly trustFile: string;
  /** What a server that poses as `host` shows. Made once a host. */
  contextFor(host: string): SecureContext;
}

const lifetimeInDays = 2;

/** Makes an authority and writes its certificate (never its key) into `folder`. */
export function createAuthority(folder: string): TestAuthority {
  const keys = rsaKeys();
  const subject = [{ name: 'commonName', value: 'Journey tests (this run only)' }];
  const certificate = certificateFor(keys, subject, subject, [
    { name: 'basicConstraints', cA: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const trustFile = join(folder, 'trusted-authorities.pem');
  writeFileSync(trustFile, `${forge.pki.certificateToPem(certificate)}\n${machineAuthorities()}`);
  const contexts = new Map<string, SecureContext>();
  return {
    trustFile,
    contextFor(host) {
      const known = contexts.get(host);
      if (known) return known;
      const made = hostContext(host, keys, subject);
      contexts.set(host, made);
      return made;
    },
  };
}

/** One key pair serves the authority and all hosts: it is the making of keys that takes time. */
function hostContext(
  host: string,
  keys: forge.pki.rsa.KeyPair,
  issuer: forge.pki.CertificateField[],
): SecureContext {
  const certificate = certificateFor(keys, [{ name: 'commonName', value: host }], issuer, [
    { name: 'basicConstraints', cA: false },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: [{ type: dnsName, value: host }] },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return createSecureContext({
    key: forge.pki.privateKeyToPem(keys.privateKey),
    cert: forge.pki.certificateToPem(certificate),
  });
}

/** The number of "DNS name" among a certificate's alternative names (RFC 5280, GeneralName). */
const dnsName = 2;

function certificateFor(
  keys: forge.pki.rsa.KeyPair,
  subject: forge.pki.CertificateField[],
  issuer: forge.pki.CertificateField[],
  extensions: object[],
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  // A first byte between 01 and 7f makes a positive number that needs no padding.
  certificate.serialNumber = `40${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = daysFromNow(-1);
  certificate.validity.notAfter = daysFromNow(lifetimeInDays);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer);
  certificate.setExtensions(extensions);
  return certificate;
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

/** Node's own generator takes milliseconds where forge's takes seconds. */
function rsaKeys(): forge.pki.rsa.KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    publicKey: forge.pki.publicKeyFromPem(publicKey),
    privateKey: forge.pki.privateKeyFromPem(privateKey),
  };
}

/** `NODE_EXTRA_CA_CERTS` takes one file only, so what the machine names there must be in ours. */
function machineAuthorities(): string {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  return file && existsSync(file) ? readFileSync(file, 'utf8') : '';
}
