/** TaskStore in applications of Spring Boot: auto-configuration, transactions and exceptions. */
@NullMarked
package dev.taskstore.spring.boot;

import org.jspecify.annotations.NullMarked;
