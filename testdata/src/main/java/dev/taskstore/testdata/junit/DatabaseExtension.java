package dev.taskstore.testdata.junit;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The extension of {@link DatabaseTest}, which registers it. Thread-safe.
 *
 * <p>It resolves parameters of the types {@link TaskStore} and {@link Database}. Both use the same
 * database if a test has both.
 */
public final class DatabaseExtension implements ParameterResolver, TestInstantiationAwareExtension {

  private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);
  private static final String TASK_STORE = "dev.taskstore.TaskStore";
  private static final String FOLDER = "taskstore.test.folder";
  private static final String DIALECT = "taskstore.test.dialect";

  /** The database of a test method. */
  private static final class TestDatabase implements AutoCloseable {

    private final TestDatabases databases;
    private final Template template;
    private final Location location;

    TestDatabase(TestDatabases databases, Template template) {
      this.databases = databases;
      this.template = template;
      this.location = databases.copyOf(template);
    }

    @Override
    public void close() {
      databases.remove(template, location);
    }
  }

  /** Creates the extension. Called by JUnit. */
  public DatabaseExtension() {}

  /** The instance of a test class is created for one test method, whose database it receives. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(
      ExtensionContext rootContext) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Database.class || type.getName().equals(TASK_STORE);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A database belongs to one test method: use the parameter in a test method, a constructor,"
              + " or a @BeforeEach or @AfterEach method, with the lifecycle PER_METHOD.");
    }
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    Template template = template(context);
    TestDatabase database =
        store.computeIfAbsent(
            TestDatabase.class,
            key -> new TestDatabase(databases(context), template),
            TestDatabase.class);
    return parameter.getParameter().getType() == Database.class
        ? store.computeIfAbsent(
            Database.class, key -> open(database.location, template), Database.class)
        : openStore(store, database.location, template);
  }

  private static Database open(Location location, Template template) {
    return location
        .connect(Database.builder())
        .changelog(template.changelog(), template.loader())
        .migrationMode(MigrationMode.NONE)
        .open();
  }

  private static TaskStore openStore(
      ExtensionContext.Store store, Location location, Template template) {
    if (!template.changelog().equals(TaskStore.CHANGELOG)) {
      throw new ParameterResolutionException(
          "A TaskStore requires the changelog "
              + TaskStore.CHANGELOG
              + ". Use a parameter of type Database for the changelog "
              + template.changelog()
              + ".");
    }
    return store.computeIfAbsent(
        TaskStore.class,
        key -> location.connect(TaskStore.builder()).migrationMode(MigrationMode.NONE).open(),
        TaskStore.class);
  }

  private static TestDatabases databases(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            TestDatabases.class,
            key ->
                new TestDatabases(
                    Path.of(
                        setting(context, FOLDER)
                            .orElseGet(() -> System.getProperty("java.io.tmpdir"))),
                    name -> setting(context, name)),
            TestDatabases.class);
  }

  /** Configuration parameters include system properties. */
  private static Optional<String> setting(ExtensionContext context, String name) {
    return context
        .getConfigurationParameter(name)
        .or(
            () ->
                Optional.ofNullable(System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isEmpty());
  }

  private static Template template(ExtensionContext context) {
    DatabaseTest test =
        annotation(context, DatabaseTest.class)
            .orElseThrow(
                () ->
                    new ParameterResolutionException(
                        "Annotate the test class or method with @DatabaseTest."));
    return new Template(
        dialect(test.dialect(), context),
        test.changelog(),
        context.getRequiredTestClass().getClassLoader(),
        List.of(test.contexts()),
        annotation(context, TaskRows.class)
            .map(rows -> new Template.Tasks(rows.seed(), rows.tasks(), rows.users(), rows.tags()))
            .orElse(null),
        annotation(context, SchemaRows.class)
            .map(rows -> new Template.Rows(rows.schema(), rows.seed(), rows.rows()))
            .orElse(null));
  }

  private static TestDialect dialect(TestDialect declared, ExtensionContext context) {
    if (declared != TestDialect.CONFIGURED) {
      return declared;
    }
    String name = setting(context, DIALECT).orElse("sqlite");
    return switch (name) {
      case "sqlite" -> TestDialect.SQLITE;
      case "postgresql" -> TestDialect.POSTGRESQL;
      default ->
          throw new ParameterResolutionException(
              DIALECT + " must be sqlite or postgresql, not '" + name + "'.");
    };
  }

  /** Finds the annotation of the test method, else of its class or a class around it. */
  private static <A extends Annotation> Optional<A> annotation(
      ExtensionContext context, Class<A> type) {
    Optional<A> found = AnnotationSupport.findAnnotation(context.getTestMethod(), type);
    Class<?> testClass = context.getRequiredTestClass();
    while (found.isEmpty() && testClass != null) {
      found = AnnotationSupport.findAnnotation(testClass, type);
      testClass = testClass.getEnclosingClass();
    }
    return found;
  }
}
