package dev.taskstore.dialect.tck;

import dev.taskstore.db.spi.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of something that a dialect may claim or not. It runs, and has to pass, when the dialect
 * claims the capability; otherwise it is reported as skipped, with the reason.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

  /**
   * What the test is about.
   *
   * @return the capability
   */
  Capability value();
}
