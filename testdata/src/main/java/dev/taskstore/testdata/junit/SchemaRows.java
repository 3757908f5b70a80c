package dev.taskstore.testdata.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jooq.Schema;

/**
 * Fills all tables of the database of a test, as {@link dev.taskstore.testdata.schema.SchemaData}
 * generates rows. They are loaded once; each test gets a copy. Requires {@link DatabaseTest}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SchemaRows {

  /**
   * The generated class of the schema, such as {@code DefaultSchema.class}.
   *
   * @return the class
   */
  Class<? extends Schema> schema();

  /**
   * The seed.
   *
   * @return the seed, 0 by default
   */
  long seed() default 0;

  /**
   * The number of rows of each table.
   *
   * @return the number, 100 by default
   */
  long rows() default 100;
}
