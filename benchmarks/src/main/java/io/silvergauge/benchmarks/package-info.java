/** The program beside what somebody would use instead, each a fresh process on the same files. */
package io.silvergauge.benchmarks;
