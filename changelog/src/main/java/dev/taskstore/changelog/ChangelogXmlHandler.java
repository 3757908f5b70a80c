package dev.taskstore.changelog;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.validation.ValidatorHandler;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Validates a changelog in XML, and collects its includes. For one file. */
final class ChangelogXmlHandler extends DefaultHandler {

  /** Ends parsing: the file is not a changelog. */
  static final class Stopped extends SAXException {

    private static final long serialVersionUID = 1L;
  }

  private static final Pattern ELEMENT =
      Pattern.compile("starting with element '(?:\\{\"?[^\"}]*\"?:)?([^'}]+)\\}?'");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "Attribute '([^']+)' is not allowed to appear in element '(?:[^':]*:)?([^']+)'");

  private static final Set<String> WITH_CHANGES = Set.of("changeSet", "rollback");

  private final List<ChangelogSyntax.Include> includes = new ArrayList<>();
  private final List<CustomClass> customClasses = new ArrayList<>();
  private final List<ChangelogSyntax.Problem> problems = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private String changeSet = "";
  private String rootNamespace = "";
  private @Nullable Locator locator;
  private @Nullable ValidatorHandler validator;

  ChangelogSyntax result() {
    return new ChangelogSyntax(includes, customClasses, problems);
  }

  @Override
  public void setDocumentLocator(Locator given) {
    locator = given;
  }

  @Override
  public void startElement(String uri, String name, String qualifiedName, Attributes attributes)
      throws SAXException {
    if (open.isEmpty()) {
      if (!name.equals("databaseChangeLog")) {
        throw new Stopped();
      }
      rootNamespace = uri;
      validator = begin(uri);
    }
    if (name.equals("changeSet")) {
      changeSet = String.valueOf(attributes.getValue("id"));
    }
    if (WITH_CHANGES.contains(String.valueOf(open.peek())) && !uri.equals(rootNamespace)) {
      requireChange(name);
    }
    String file = name.equals("include") ? attributes.getValue("file") : null;
    if (file != null && !file.contains("${")) {
      includes.add(
          ChangelogSyntax.Include.of(
              file,
              attributes.getValue("relativeToChangelogFile"),
              attributes.getValue("errorIfMissing"),
              attributes.getValue("ignore")));
    }
    String customClass =
        name.equals("customChange")
            ? attributes.getValue("class")
            : name.equals("customPrecondition") ? attributes.getValue("className") : null;
    if (customClass != null) {
      customClasses.add(new CustomClass(customClass, changeSet, name));
    }
    open.push(name);
    if (validator != null) {
      validator.startElement(namespace(uri), name, qualifiedName, attributes);
    }
  }

  /** The XML schema accepts all elements of other namespaces, which extensions define. */
  private void requireChange(String name) {
    if (!Scope.getCurrentScope()
        .getSingleton(ChangeFactory.class)
        .getDefinedChanges()
        .contains(name)) {
      report("the element " + name + " is not a change of Liquibase or of an extension");
    }
  }

  /** Liquibase ignores namespaces. */
  private String namespace(String uri) {
    return uri.equals(rootNamespace) ? ChangelogSchema.namespaceFor(uri) : uri;
  }

  private ValidatorHandler begin(String uri) throws SAXException {
    ValidatorHandler handler = ChangelogSchema.forNamespace(uri).newValidatorHandler();
    handler.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void error(SAXParseException failure) {
            report(words(String.valueOf(failure.getMessage())));
          }
        });
    if (locator != null) {
      handler.setDocumentLocator(locator);
    }
    handler.startDocument();
    return handler;
  }

  /** Reports one problem for each place: the validator often describes an attribute twice. */
  private void report(String message) {
    int line = line();
    boolean known =
        problems.stream()
            .anyMatch(problem -> problem.line() == line && problem.changeSet().equals(changeSet));
    if (!known) {
      problems.add(new ChangelogSyntax.Problem(line, changeSet, message));
    }
  }

  private int line() {
    return locator == null ? 0 : locator.getLineNumber();
  }

  /** Xerces lists every element that would be allowed. */
  private static String words(String message) {
    Matcher element = ELEMENT.matcher(message);
    if (element.find()) {
      return "the element "
          + element.group(1)
          + " does not exist in Liquibase's XML schema, or is not allowed at this place";
    }
    Matcher attribute = ATTRIBUTE.matcher(message);
    return attribute.find()
        ? "the element " + attribute.group(2) + " has no attribute " + attribute.group(1)
        : message.replaceFirst("^cvc-[\\w.-]+: ", "").replaceFirst("\\.$", "");
  }

  @Override
  public void endElement(String uri, String name, String qualifiedName) throws SAXException {
    if (validator != null) {
      validator.endElement(namespace(uri), name, qualifiedName);
    }
    open.pop();
    if (name.equals("changeSet")) {
      changeSet = "";
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    if (validator != null) {
      validator.characters(text, start, length);
    }
  }

  /** Loads nothing from outside of the file. */
  @Override
  public InputSource resolveEntity(String publicId, String systemId) {
    return new InputSource(new StringReader(""));
  }
}
