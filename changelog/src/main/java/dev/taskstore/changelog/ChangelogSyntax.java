package dev.taskstore.changelog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * The syntax of one file of a changelog. Liquibase ignores most elements, attributes and keys that
 * do not exist, so that a misspelt change is recorded as applied.
 *
 * <p>XML is validated against the newest XML schema in Liquibase's jar, regardless of the version
 * that the file names, and without network access. YAML and JSON have no schema: a key is refused
 * if neither the XML schema nor a change of Liquibase has an element or attribute of this name.
 *
 * @param includes the files that the file includes, without those whose names contain parameters
 * @param customClasses the classes that custom changes and preconditions name
 * @param problems the problems in the order of the file
 */
record ChangelogSyntax(
    List<Include> includes, List<CustomClass> customClasses, List<Problem> problems) {

  /** Copies the lists. */
  ChangelogSyntax {
    includes = List.copyOf(includes);
    customClasses = List.copyOf(customClasses);
    problems = List.copyOf(problems);
  }

  /**
   * An included file.
   *
   * @param file the path as written
   * @param isRelative whether the path is relative to the including file
   * @param isRequired whether Liquibase fails without the file
   */
  record Include(String file, boolean isRelative, boolean isRequired) {

    /** Reads the attributes of an include, of which each may be null. */
    static Include of(
        String file,
        @Nullable String relative,
        @Nullable String errorIfMissing,
        @Nullable String ignore) {
      return new Include(
          file,
          Boolean.parseBoolean(relative),
          !"false".equalsIgnoreCase(errorIfMissing) && !Boolean.parseBoolean(ignore));
    }
  }

  /**
   * A name that does not exist or is not allowed at its place.
   *
   * @param line the line, from 1
   * @param changeSet the id of the changeset, or empty outside of changesets
   * @param message a clause without a period
   */
  record Problem(int line, String changeSet, String message) {

    /** Describes the place and the problem. */
    String describe() {
      return "line "
          + line
          + (changeSet.isEmpty() ? "" : ", changeset " + changeSet)
          + ": "
          + message;
    }
  }

  private static final ChangelogSyntax UNKNOWN =
      new ChangelogSyntax(List.of(), List.of(), List.of());

  /** Returns whether a file can be a changelog whose names are checked. */
  static boolean isChecked(String file) {
    return isXml(file) || isYaml(file);
  }

  private static boolean isXml(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  private static boolean isYaml(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /** Reads a file. A file that is malformed or not a changelog has no problem here. */
  static ChangelogSyntax of(String file, byte[] content) throws IOException {
    return isXml(file) ? xml(content) : isYaml(file) ? ChangelogKeys.read(content) : UNKNOWN;
  }

  private static ChangelogSyntax xml(byte[] content) throws IOException {
    ChangelogXmlHandler handler = new ChangelogXmlHandler();
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.newSAXParser().parse(new ByteArrayInputStream(content), handler);
      return handler.result();
    } catch (ChangelogXmlHandler.Stopped e) {
      return handler.result();
    } catch (SAXException e) {
      // Liquibase reports malformed files.
      return UNKNOWN;
    } catch (ParserConfigurationException e) {
      throw new IOException(e);
    }
  }
}
