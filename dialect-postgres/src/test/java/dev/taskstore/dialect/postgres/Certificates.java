package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Creates authorities, certificates and keys with the JDK's keytool. */
final class Certificates {

  static final String PASSWORD = "key-s3cr3t";

  private final Path folder;

  Certificates(Path folder) {
    this.folder = folder;
  }

  /** Creates an authority and returns the file of its certificate in PEM. */
  Path authority(String name) throws IOException, InterruptedException {
    generate(name, name, "CN=" + name, "-ext", "bc:c=ca:true");
    Path certificate = folder.resolve(name + ".crt");
    keytool(name, "-exportcert", "-rfc", "-alias", name, "-file", certificate.toString());
    return certificate;
  }

  /**
   * Creates a key and a certificate that an authority signs, and returns the file of the
   * certificate in PEM.
   *
   * @param alias the name of the entry in {@link #keyStore}
   * @param options further options of keytool for the certificate
   */
  Path signed(String authority, String name, String alias, String subject, String... options)
      throws IOException, InterruptedException {
    generate(name, alias, subject);
    Path request = folder.resolve(name + ".csr");
    keytool(name, "-certreq", "-alias", alias, "-file", request.toString());
    Path certificate = folder.resolve(name + ".crt");
    List<String> sign = new ArrayList<>(List.of("-gencert", "-rfc", "-alias", authority));
    sign.addAll(List.of("-infile", request.toString(), "-outfile", certificate.toString()));
    sign.addAll(List.of(options));
    keytool(authority, sign.toArray(String[]::new));
    return certificate;
  }

  /** Adds the certificates of the authority and of the key to the key store. */
  Path keyStore(String authority, String name, String alias)
      throws IOException, InterruptedException {
    for (String entry : List.of(authority, alias)) {
      Path certificate = folder.resolve((entry.equals(alias) ? name : authority) + ".crt");
      keytool(name, "-importcert", "-noprompt", "-alias", entry, "-file", certificate.toString());
    }
    return folder.resolve(name + ".p12");
  }

  /** Writes the key of a certificate in PKCS #8 and PEM, for the server. */
  Path key(String name, String alias) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(folder.resolve(name + ".p12"))) {
      store.load(stream, PASSWORD.toCharArray());
    }
    byte[] encoded = store.getKey(alias, PASSWORD.toCharArray()).getEncoded();
    Path file = folder.resolve(name + ".key");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
            + "\n-----END PRIVATE KEY-----\n");
    return file;
  }

  private void generate(String name, String alias, String subject, String... options)
      throws IOException, InterruptedException {
    List<String> generate = new ArrayList<>(List.of("-genkeypair", "-alias", alias));
    generate.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-dname", subject));
    generate.addAll(List.of("-validity", "30"));
    generate.addAll(List.of(options));
    keytool(name, generate.toArray(String[]::new));
  }

  private void keytool(String store, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", folder.resolve(store + ".p12").toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
