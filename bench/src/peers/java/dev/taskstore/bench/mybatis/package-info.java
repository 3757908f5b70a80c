/** MyBatis with hand-written SQL in mapper annotations. */
package dev.taskstore.bench.mybatis;
