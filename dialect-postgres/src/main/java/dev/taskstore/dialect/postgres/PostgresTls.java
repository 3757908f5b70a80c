package dev.taskstore.dialect.postgres;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/**
 * How the identity of a server is verified. The driver's default encrypts where the server offers
 * it and verifies nothing. The library's default for other hosts than loopback is {@code
 * sslmode=verify-full}; a setting in {@code driverconfig.properties} does not change it.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/ssl/">Using SSL in pgJDBC</a>
 */
final class PostgresTls {

  static final String TRUST_ADVICE =
      "Set sslrootcert to the file with the certificate of the authority, or"
          + " sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory for the authorities that the JVM"
          + " trusts";

  private static final System.Logger LOGGER = System.getLogger(PostgresTls.class.getName());

  private static final String SSL = PGProperty.SSL.getName();
  private static final String MODE = PGProperty.SSL_MODE.getName();
  private static final String FACTORY = PGProperty.SSL_FACTORY.getName();
  private static final String VERIFY_FULL = "verify-full";

  private static final Set<String> WEAKER =
      Set.of("disable", "allow", "prefer", "require", "verify-ca");

  /** The classes of the driver that read the file of {@code sslrootcert}. */
  private static final Set<String> FILE_FACTORIES =
      Set.of("org.postgresql.ssl.LibPQFactory", "org.postgresql.ssl.jdbc4.LibPQFactory");

  private static final String TRUSTING_FACTORY = "org.postgresql.ssl.NonValidatingFactory";

  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private PostgresTls() {}

  /**
   * Returns the {@code sslmode} to add to settings that do not have one.
   *
   * @param settings the parsed URL and the properties
   */
  static Optional<String> defaultMode(Properties settings) {
    boolean isChosen = settings.getProperty(MODE) != null || settings.getProperty(SSL) != null;
    return isChosen || isLocal(settings) ? Optional.empty() : Optional.of(VERIFY_FULL);
  }

  /** Warns once if the settings do not verify a server on another host. */
  static void warnIfUnverified(Properties settings, String target) {
    String setting = isLocal(settings) ? null : weakness(settings);
    if (setting != null) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "{0}: the setting {1} does not verify the identity of the server, so that another machine"
              + " on the network can take its place. Set sslmode=verify-full and sslrootcert.",
          target,
          setting);
    }
  }

  private static @Nullable String weakness(Properties settings) {
    String mode = settings.getProperty(MODE);
    String ssl = settings.getProperty(SSL);
    if (mode == null && ssl != null && !ssl.isEmpty() && !Boolean.parseBoolean(ssl)) {
      return SSL + "=" + ssl;
    } else if (mode != null && WEAKER.contains(mode.toLowerCase(Locale.ROOT))) {
      return MODE + "=" + mode;
    }
    String factory = settings.getProperty(FACTORY);
    return TRUSTING_FACTORY.equals(factory) ? FACTORY + "=" + factory : null;
  }

  /**
   * Returns the file of the trusted authorities if the settings require it and it cannot be read.
   * The driver reports it only after it has connected, in the language of the default locale.
   */
  static Optional<String> missingAuthorities(Properties settings) {
    String factory = settings.getProperty(FACTORY);
    boolean readsFile = factory == null || FILE_FACTORIES.contains(factory);
    if (!readsFile || !verifiesCertificates(settings)) {
      return Optional.empty();
    }
    String given = settings.getProperty(PGProperty.SSL_ROOT_CERT.getName());
    String file = given != null ? given : defaultAuthorities().toString();
    return isReadableFile(file) ? Optional.empty() : Optional.of(file);
  }

  private static boolean isReadableFile(String name) {
    try {
      Path file = Path.of(name);
      return Files.isReadable(file) && !Files.isDirectory(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean verifiesCertificates(Properties settings) {
    String mode = settings.getProperty(MODE);
    String ssl = settings.getProperty(SSL);
    return mode != null
        ? mode.toLowerCase(Locale.ROOT).startsWith("verify-")
        : ssl != null && (ssl.isEmpty() || Boolean.parseBoolean(ssl));
  }

  /** Returns the driver's default for {@code sslrootcert}. */
  private static Path defaultAuthorities() {
    String roaming = System.getenv("APPDATA");
    boolean isWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    Path folder =
        isWindows && roaming != null
            ? Path.of(roaming, "postgresql")
            : Path.of(System.getProperty("user.home"), ".postgresql");
    return folder.resolve("root.crt");
  }

  private static boolean isLocal(Properties settings) {
    String hosts = settings.getProperty("PGHOST", "");
    return Arrays.stream(hosts.split(",", -1)).allMatch(PostgresTls::isLoopback);
  }

  /** Decides by the text alone: a name server could call any name a loopback address. */
  static boolean isLoopback(String host) {
    if (host.isEmpty() || host.equalsIgnoreCase("localhost")) {
      return true;
    } else if (host.indexOf(':') >= 0) {
      return isLoopbackV6(host.startsWith("[") ? host : "[" + host + "]");
    }
    return LOOPBACK_V4.matcher(host).matches();
  }

  private static boolean isLoopbackV6(String literal) {
    try {
      // Brackets allow only a literal address, which is not looked up.
      return InetAddress.getByName(literal).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
