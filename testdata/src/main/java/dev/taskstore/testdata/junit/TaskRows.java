package dev.taskstore.testdata.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fills the database of a test with users, tasks and tags, as {@link
 * dev.taskstore.testdata.TestData} generates them. They are loaded once; each test gets a copy.
 * Requires {@link DatabaseTest} with the default changelog.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface TaskRows {

  /**
   * The seed.
   *
   * @return the seed, 0 by default
   */
  long seed() default 0;

  /**
   * The number of tasks.
   *
   * @return the number, 100 by default
   */
  long tasks() default 100;

  /**
   * The number of users.
   *
   * @return the number; -1 for one for every 100 tasks
   */
  long users() default -1;

  /**
   * The number of tags.
   *
   * @return the number; -1 for 50, but not more than tasks
   */
  long tags() default -1;
}
