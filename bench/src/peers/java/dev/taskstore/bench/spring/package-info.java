/** Spring Data JDBC as configured by Spring Boot, without transactions for single statements. */
package dev.taskstore.bench.spring;
