package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kubernetes")
class CreateSecretsTest {

  @TempDir private Path folder;

  private X509Certificate certificate(String file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(folder.resolve(file))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private String password(String role) throws IOException {
    return Files.readString(folder.resolve(role).resolve("password"));
  }

  @Test
  void theFolderContainsAllSecretsAndOnlyItsOwnerReadsIt() throws IOException {
    Manifests secrets = SecretFolder.create(folder);

    Set<String> names = new TreeSet<>();
    secrets
        .objects()
        .forEach(object -> names.add(Json.text(object, "kind") + " " + Manifests.nameOf(object)));
    assertThat(names).isEqualTo(SecretFolder.names()).hasSize(7);
    JsonObject application = secrets.get("Secret", "taskstore-application");
    assertThat(Json.text(application, "type")).isEqualTo("kubernetes.io/basic-auth");
    assertThat(Base64.getDecoder().decode(Json.text(application, "data.username")))
        .asString()
        .isEqualTo("taskstore_application");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> !file.equals(folder)))
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .endsWith("------"));
    }
    assertThat(password("owner")).hasSize(64).matches("[0-9a-f]+");
    assertThat(Set.of(password("owner"), password("application"), password("backup"))).hasSize(3);
  }

  @Test
  void theServerHasACertificateOfTheAuthorityForTheNamesOfItsService()
      throws IOException, GeneralSecurityException {
    SecretFolder.create(folder);

    X509Certificate authority = certificate("authority/ca.crt");
    X509Certificate server = certificate("tls/tls.crt");
    server.verify(authority.getPublicKey());
    assertThat(authority.getBasicConstraints()).isNotNegative();
    assertThat(server.getBasicConstraints()).isNegative();
    assertThat(server.getSubjectAlternativeNames())
        .extracting(name -> name.get(1).toString())
        .contains("postgres", "postgres.taskstore.svc");
  }

  @Test
  void aSecondRunRenewsTheCertificateAndNothingElse() throws IOException, GeneralSecurityException {
    SecretFolder.create(folder);
    String password = password("application");
    X509Certificate authority = certificate("authority/ca.crt");
    X509Certificate first = certificate("tls/tls.crt");

    SecretFolder.create(folder);

    X509Certificate second = certificate("tls/tls.crt");
    assertThat(password("application")).isEqualTo(password);
    assertThat(certificate("authority/ca.crt")).isEqualTo(authority);
    assertThat(second.getSerialNumber()).isNotEqualTo(first.getSerialNumber());
    second.verify(authority.getPublicKey());
  }
}
