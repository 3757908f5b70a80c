/** Spring Data JDBC, as Spring Boot sets it up, without transactions around single statements. */
package dev.taskstore.bench.spring;
