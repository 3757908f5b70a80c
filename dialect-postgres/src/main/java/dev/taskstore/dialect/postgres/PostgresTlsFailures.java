package dev.taskstore.dialect.postgres;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.GT;

/**
 * What to do about failures of TLS. The driver translates its messages, so that classes decide
 * where possible.
 */
final class PostgresTlsFailures {

  private PostgresTlsFailures() {}

  /** Returns what to do, or null if the failure is not one of TLS that remains. */
  static @Nullable String advice(SQLException exception) {
    String message = String.valueOf(exception.getMessage());
    if (message.contains("PgjdbcHostnameVerifier")) {
      return "The certificate of the server is not for this name. Use the host name in the"
          + " certificate, or correct the certificate";
    } else if (message.equals(GT.tr("The server does not support SSL."))) {
      return "Turn on TLS in the server. If the network is protected in another way, set"
          + " sslmode=disable";
    }
    String certificate = certificateAdvice(exception);
    return certificate != null ? certificate : handshakeAdvice(exception);
  }

  private static @Nullable String certificateAdvice(SQLException exception) {
    if (has(exception, CertificateExpiredException.class)) {
      return "A certificate has expired. Renew that of the server or of its authority";
    } else if (has(exception, CertificateNotYetValidException.class)) {
      return "A certificate is not valid yet. Check the clocks and the certificate of the server";
    } else if (has(exception, CertPathBuilderException.class)
        || has(exception, CertPathValidatorException.class)) {
      return "No trusted authority has signed the certificate of the server. "
          + PostgresTls.TRUST_ADVICE;
    }
    return null;
  }

  private static @Nullable String handshakeAdvice(SQLException exception) {
    if (has(exception, FileNotFoundException.class) || has(exception, NoSuchFileException.class)) {
      return "Correct the names of the files in sslrootcert, sslcert and sslkey";
    } else if (has(exception, SSLHandshakeException.class)
        || has(exception, SSLPeerUnverifiedException.class)) {
      return "Check the certificates and the versions of TLS of the server and of the client";
    }
    return null;
  }

  private static boolean has(SQLException exception, Class<? extends Exception> type) {
    for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
