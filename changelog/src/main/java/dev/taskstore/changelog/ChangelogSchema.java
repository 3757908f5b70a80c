package dev.taskstore.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import liquibase.parser.core.xml.XMLChangeLogSAXParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The XML schemas of changelogs in Liquibase's jar. Each is compiled once. */
final class ChangelogSchema {

  private static final String NAMESPACE = "http://www.liquibase.org/xml/ns/dbchangelog";

  private static final String FOLDER = "www.liquibase.org/xml/ns/dbchangelog/dbchangelog-";

  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private ChangelogSchema() {}

  /** Returns the schema for a namespace: that of old versions, or the newest. */
  static Schema forNamespace(String namespace) {
    return SCHEMAS.computeIfAbsent(version(namespace), ChangelogSchema::compile);
  }

  /** Returns the namespace of the schema for a namespace. */
  static String namespaceFor(String namespace) {
    return version(namespace).equals("latest") ? NAMESPACE : namespace;
  }

  /** Before version 2, the namespace contained the version. */
  private static String version(String namespace) {
    String version =
        namespace.startsWith(NAMESPACE + "/") ? namespace.substring(NAMESPACE.length() + 1) : "";
    return version.matches("[0-9.]+") && find(version) != null ? version : "latest";
  }

  private static @Nullable URL find(String version) {
    return XMLChangeLogSAXParser.class.getClassLoader().getResource(FOLDER + version + ".xsd");
  }

  private static URL require(String version) {
    URL url = find(version);
    if (url == null) {
      throw new IllegalStateException(
          "Liquibase's jar has no resource " + FOLDER + version + ".xsd");
    }
    return url;
  }

  private static Schema compile(String version) {
    // From a stream: the jar may be inside of another jar.
    try (InputStream schema = require(version).openStream()) {
      return SchemaFactory.newDefaultInstance().newSchema(new StreamSource(schema));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      throw new IllegalStateException("Liquibase's XML schema cannot be read", e);
    }
  }

  /** Returns the names of all elements and attributes of the newest schema. */
  static Set<String> names() {
    Set<String> names = new ConcurrentSkipListSet<>();
    try (InputStream schema = require("latest").openStream()) {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory
          .newSAXParser()
          .parse(
              schema,
              new DefaultHandler() {
                @Override
                public void startElement(
                    String uri, String name, String qualifiedName, Attributes attributes) {
                  String declared = attributes.getValue("name");
                  if (declared != null && (name.equals("element") || name.equals("attribute"))) {
                    names.add(declared);
                  }
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Liquibase's XML schema cannot be read", e);
    }
    return names;
  }
}
