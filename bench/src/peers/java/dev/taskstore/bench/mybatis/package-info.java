/** MyBatis, with SQL by hand in annotations of a mapper. */
package dev.taskstore.bench.mybatis;
